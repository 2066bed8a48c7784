namespace Orleans;

/// <summary>How long callers of a method, or of all methods of an interface, wait.</summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Method)]
public sealed class ResponseTimeoutAttribute : Attribute
{
    /// <summary>Gives the span as <c>[d.]hh:mm:ss</c>.</summary>
    public ResponseTimeoutAttribute(string timeout) => Timeout = TimeSpan.Parse(timeout, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The span.</summary>
    public TimeSpan? Timeout { get; }
}
