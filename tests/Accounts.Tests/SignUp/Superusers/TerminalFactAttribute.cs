namespace Actors.Accounts.Tests.SignUp.Superusers;

/// <summary>A fact that needs a terminal, and is skipped with the reason where none can be made.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TerminalFactAttribute : FactAttribute
{
    public TerminalFactAttribute() => Skip = File.Exists(Pty.Script) ? null : $"needs {Pty.Script} (Debian: bsdutils)";
}
