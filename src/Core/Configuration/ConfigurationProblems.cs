namespace Actors.Core.Configuration;

/// <summary>
/// Everything wrong with the settings, collected before the program starts so that it is printed at once. A module reads its settings
/// through <see cref="Settings"/> and adds what it does not accept.
/// </summary>
public sealed class ConfigurationProblems
{
    private readonly List<ConfigurationProblem> _problems = [];

    /// <summary>What was found, in the order found.</summary>
    public IReadOnlyList<ConfigurationProblem> All => _problems;

    /// <summary>True while nothing is wrong.</summary>
    public bool None => _problems.Count == 0;

    /// <summary>Adds a problem; the sentence must not repeat a secret.</summary>
    public void Add(string setting, string sentence)
    {
        var problem = new ConfigurationProblem(setting, sentence);
        if (!_problems.Contains(problem))
        {
            _problems.Add(problem);
        }
    }

    /// <summary>Throws one exception that lists every problem, when there is any.</summary>
    public void ThrowIfAny()
    {
        if (!None)
        {
            throw new ConfigurationRefusedException(_problems);
        }
    }
}
