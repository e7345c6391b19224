using HomeOps.Cli;

return HomeOpsCli.Run(args, RealWorld.Create());
