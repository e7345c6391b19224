using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

// All of them, shortly, to see that they run and that the engines agree:
//   dotnet run -c Release --project bench/HomeOps.Benchmarks -- --filter '*' --job Dry --inProcess
// Figures: the same without --job Dry, on a machine that does nothing else; ten minutes at most.
var config = ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(10));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
