namespace Orleans.Configuration;

/// <summary>How calls travel.</summary>
public abstract class MessagingOptions
{
    /// <summary>How long a caller waits for an answer; 30 seconds.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether the callee's token is cancelled when its caller has given up; false.</summary>
    public bool CancelRequestOnTimeout { get; set; }
}
