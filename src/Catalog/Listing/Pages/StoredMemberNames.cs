using System.Collections.Frozen;
using System.Text.Json;

namespace Actors.Catalog.Listing.Views;

/// <summary>The names of members that a list shows of a stored event.</summary>
internal static class StoredMemberNames
{
    private static readonly (byte[] Encoded, string Name)[] s_names =
        [.. EventMembers.InOrder.Append("active").Select(name => (System.Text.Encoding.UTF8.GetBytes(name), name))];

    /// <summary>Those that every event has.</summary>
    public static readonly FrozenSet<string> Needed = EventMembers.InOrder.Append("active").Except(["source_id", "age"]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The name that the reader is at; null when lists do not show the member.</summary>
    public static string? NameOf(in Utf8JsonReader json)
    {
        foreach (var (encoded, name) in s_names)
        {
            if (json.ValueTextEquals(encoded)) return name;
        }

        return null;
    }
}
