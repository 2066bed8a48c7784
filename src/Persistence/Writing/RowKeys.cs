namespace Actors.Persistence.Writing;

/// <summary>What may be a row's key: a text that every database keeps unchanged.</summary>
internal static class RowKeys
{
    /// <summary>Whether a row with this key can exist.</summary>
    public static bool IsPossible(string key) => key.Length > 0 && StoredText.IsPlain(key);

    public static string Checked(string key) =>
        IsPossible(key)
            ? key
            : throw new ArgumentException("A row's key must be a text without NUL and without lone surrogates.", nameof(key));
}
