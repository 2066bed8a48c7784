namespace Actors.Accounts.Tests.SignUp.Superusers;

/// <summary>A fact that needs a terminal; it is skipped with the reason if there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TerminalFactAttribute : FactAttribute
{
    public TerminalFactAttribute() => Skip = File.Exists(Pty.Script) ? null : $"needs {Pty.Script} (Debian: bsdutils)";
}
