namespace Actors.Core.Commands;

/// <summary>Whoever sits before the program.</summary>
public interface ITerminal
{
    /// <summary>A line that is typed; null when there is no more input.</summary>
    string? Ask(string question);

    /// <summary>A line that is typed without being shown; null when there is no more input.</summary>
    string? AskSecretly(string question);

    /// <summary>A value of the environment, for use without questions; null when there is none.</summary>
    string? Environment(string name);

    /// <summary>Says something that is not the result.</summary>
    void Say(string sentence);
}
