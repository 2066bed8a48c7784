namespace Orleans.Concurrency;

/// <summary>The caller waits for nothing, not even for an exception.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OneWayAttribute : Attribute;
