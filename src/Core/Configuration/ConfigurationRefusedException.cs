namespace Actors.Core.Configuration;

/// <summary>The program cannot start with its settings. The message lists the problems, one per line.</summary>
public sealed class ConfigurationRefusedException : Exception
{
    /// <summary>Creates an exception without problems.</summary>
    public ConfigurationRefusedException()
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    public ConfigurationRefusedException(string message) : base(message)
    {
    }

    /// <summary>Creates an exception with a message and a cause.</summary>
    public ConfigurationRefusedException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>Creates an exception that lists problems.</summary>
    public ConfigurationRefusedException(IReadOnlyList<ConfigurationProblem> problems)
        : base($"The settings are not accepted:{Environment.NewLine}{string.Join(Environment.NewLine, problems.Select(problem => $"  {problem}"))}") =>
        Problems = problems;

    /// <summary>The problems.</summary>
    public IReadOnlyList<ConfigurationProblem> Problems { get; } = [];
}
