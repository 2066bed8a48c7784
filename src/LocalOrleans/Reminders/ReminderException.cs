namespace Orleans.Runtime;

/// <summary>A reminder could not be set or removed.</summary>
public sealed class ReminderException(string message) : OrleansException(message);
