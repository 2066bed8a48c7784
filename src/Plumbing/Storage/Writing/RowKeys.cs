namespace Actors.Plumbing.Storage.Writing;

/// <summary>What may be a row's key: a text that every database keeps unchanged.</summary>
internal static class RowKeys
{
    public static string Checked(string key) =>
        key.Length > 0 && StoredText.IsPlain(key)
            ? key
            : throw new ArgumentException("A row's key must be a text without NUL and without lone surrogates.", nameof(key));
}
