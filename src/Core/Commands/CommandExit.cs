namespace Actors.Core.Commands;

/// <summary>Exit codes, the same for every command.</summary>
public static class CommandExit
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Refused or failed.</summary>
    public const int Refused = 1;

    /// <summary>The arguments are wrong.</summary>
    public const int WrongArguments = 2;

    /// <summary>The command needs a running program, and none runs.</summary>
    public const int NotRunning = 3;
}
