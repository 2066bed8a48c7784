namespace Orleans.Runtime;

/// <summary>A timer of one activation; it ends with the activation.</summary>
public interface IGrainTimer : IDisposable
{
    /// <summary>Starts it anew with other spans.</summary>
    void Change(TimeSpan dueTime, TimeSpan period);
}
