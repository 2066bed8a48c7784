namespace Orleans.Runtime;

/// <summary>Work done when the runtime has started.</summary>
public interface IStartupTask
{
    /// <summary>Does the work; an exception stops the start.</summary>
    Task Execute(CancellationToken cancellationToken);
}
