// Runs one corpus of the design's section "Conformance" against the libraries' public API.
using HomeOps.Conformance;

return ConformanceRun.Run(args, Console.Out, Console.Error);
