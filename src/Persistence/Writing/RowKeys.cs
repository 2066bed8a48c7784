namespace Actors.Persistence.Writing;

/// <summary>Checks keys of rows: a key is a text that both databases store unchanged.</summary>
internal static class RowKeys
{
    /// <summary>True if a row can have this key.</summary>
    public static bool IsPossible(string key) => key.Length > 0 && StoredText.IsPlain(key);

    public static string Checked(string key) =>
        IsPossible(key)
            ? key
            : throw new ArgumentException("A row's key must be a text without NUL and without lone surrogates.", nameof(key));
}
