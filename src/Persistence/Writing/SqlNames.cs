namespace Actors.Persistence.Writing;

/// <summary>Checks names of tables and columns: they become part of statements, so only plain names are allowed.</summary>
internal static class SqlNames
{
    private const int MaxLength = 63;

    public static string Checked(string name) =>
        name.Length is > 0 and <= MaxLength && name.All(c => c is '_' or (>= 'a' and <= 'z') or (>= '0' and <= '9'))
            ? name
            : throw new ArgumentException($"'{name}' is not a valid name of a table or column: only small letters, digits and _ are allowed.", nameof(name));
}
