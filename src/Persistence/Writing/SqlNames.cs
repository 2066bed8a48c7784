namespace Actors.Persistence.Writing;

/// <summary>Names of tables and columns go into statements as they are, so only plain names are let in.</summary>
internal static class SqlNames
{
    private const int MaxLength = 63;

    public static string Checked(string name) =>
        name.Length is > 0 and <= MaxLength && name.All(c => c is '_' or (>= 'a' and <= 'z') or (>= '0' and <= '9'))
            ? name
            : throw new ArgumentException($"'{name}' is no name for a table or column: small letters, digits and _ only.", nameof(name));
}
