using System.Collections.Frozen;
using System.Text.Json;

namespace Actors.Catalog.Listing.Pages;

/// <summary>The members of a stored event that lists show.</summary>
internal static class StoredMemberNames
{
    private static readonly (byte[] Encoded, string Name)[] s_names =
        [.. EventMembers.InOrder.Append("active").Select(name => (System.Text.Encoding.UTF8.GetBytes(name), name))];

    /// <summary>The members that every event has.</summary>
    public static readonly FrozenSet<string> Required = EventMembers.InOrder.Append("active").Except(["source_id", "age"]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The member at which the reader stands; null if lists do not show it.</summary>
    public static string? NameOf(in Utf8JsonReader json)
    {
        foreach (var (encoded, name) in s_names)
        {
            if (json.ValueTextEquals(encoded)) return name;
        }

        return null;
    }
}
