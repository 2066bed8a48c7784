namespace Actors.Core.Configuration;

/// <summary>
/// Collects the problems of all settings before the program starts, so that one start reports all of them. A module reads its settings with
/// <see cref="Settings"/> and adds problems.
/// </summary>
public sealed class ConfigurationProblems
{
    private readonly List<ConfigurationProblem> _problems = [];

    /// <summary>The problems, in the order they were found.</summary>
    public IReadOnlyList<ConfigurationProblem> All => _problems;

    /// <summary>True if there is no problem so far.</summary>
    public bool None => _problems.Count == 0;

    /// <summary>Adds a problem. The sentence must not contain a secret.</summary>
    public void Add(string setting, string sentence)
    {
        var problem = new ConfigurationProblem(setting, sentence);
        if (!_problems.Contains(problem))
        {
            _problems.Add(problem);
        }
    }

    /// <summary>Throws one exception with all problems, if there are any.</summary>
    public void ThrowIfAny()
    {
        if (!None)
        {
            throw new ConfigurationRefusedException(_problems);
        }
    }
}
