namespace HomeOps.Yaml;

/// <summary>A place in the text while it is being read; line and column count from 0.</summary>
internal readonly record struct Mark(int Index, int Line, int Column);
