namespace Orleans.Runtime;

/// <summary>Values that travel with calls: what the caller set, the callee sees; what the callee sets does not come back.</summary>
public static class RequestContext
{
    private static readonly AsyncLocal<Dictionary<string, object>?> Data = new();

    /// <summary>The keys that are set.</summary>
    public static IEnumerable<string> Keys => Data.Value?.Keys ?? Enumerable.Empty<string>();

    /// <summary>The keys and values that are set.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Entries => Data.Value ?? Enumerable.Empty<KeyValuePair<string, object>>();

    // The dictionary is replaced, never changed, so it may be shared by caller and callee.
    internal static Dictionary<string, object>? Values
    {
        get => Data.Value;
        set => Data.Value = value;
    }

    /// <summary>The value of a key, or null.</summary>
    public static object? Get(string key) => Data.Value is { } values && values.TryGetValue(key, out var value) ? value : null;

    /// <summary>Sets a value for the calls made from here on.</summary>
    public static void Set(string key, object value) =>
        Data.Value = new Dictionary<string, object>(Data.Value ?? []) { [key] = value };

    /// <summary>Removes a key; false when it was not set.</summary>
    public static bool Remove(string key)
    {
        if (Data.Value is not { } values || !values.ContainsKey(key))
        {
            return false;
        }

        var rest = new Dictionary<string, object>(values);
        rest.Remove(key);
        Data.Value = rest.Count == 0 ? null : rest;
        return true;
    }

    /// <summary>Removes all keys.</summary>
    public static void Clear()
    {
        if (Data.Value is not null)
        {
            Data.Value = null;
        }
    }
}
