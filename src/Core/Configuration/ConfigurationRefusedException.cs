namespace Actors.Core.Configuration;

/// <summary>The program does not start with these settings; its message lists every problem, one a line.</summary>
public sealed class ConfigurationRefusedException : Exception
{
    /// <summary>Without problems.</summary>
    public ConfigurationRefusedException()
    {
    }

    /// <summary>With a sentence.</summary>
    public ConfigurationRefusedException(string message) : base(message)
    {
    }

    /// <summary>With a sentence and a cause.</summary>
    public ConfigurationRefusedException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>With the problems.</summary>
    public ConfigurationRefusedException(IReadOnlyList<ConfigurationProblem> problems)
        : base($"The settings are not accepted:{Environment.NewLine}{string.Join(Environment.NewLine, problems.Select(problem => $"  {problem}"))}") =>
        Problems = problems;

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<ConfigurationProblem> Problems { get; } = [];
}
