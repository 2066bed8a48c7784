using Actors.Core.Commands;

namespace Actors.Accounts.Tests.SignUp.Superusers;

/// <summary>A terminal with scripted answers, which then ends its input.</summary>
internal sealed class FakeTerminal(params string[] answers) : ITerminal
{
    private readonly Queue<string> _answers = new(answers);

    /// <summary>The questions; those without echo begin with an asterisk.</summary>
    public List<string> Asked { get; } = [];

    public List<string> Said { get; } = [];

    public Dictionary<string, string> Variables { get; } = [];

    public string? Ask(string question)
    {
        Asked.Add(question);
        return _answers.TryDequeue(out var answer) ? answer : null;
    }

    public string? AskSecretly(string question) => Ask($"*{question}");

    public string? Environment(string name) => Variables.GetValueOrDefault(name);

    public void Say(string sentence) => Said.Add(sentence);
}
