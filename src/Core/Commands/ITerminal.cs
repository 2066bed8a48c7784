namespace Actors.Core.Commands;

/// <summary>The terminal of the user who runs a command.</summary>
public interface ITerminal
{
    /// <summary>Reads a line; null at the end of the input.</summary>
    string? Ask(string question);

    /// <summary>Reads a line without echo; null at the end of the input.</summary>
    string? AskSecretly(string question);

    /// <summary>An environment variable, for use without prompts; null when not set.</summary>
    string? Environment(string name);

    /// <summary>Prints a message that is not part of the result.</summary>
    void Say(string sentence);
}
