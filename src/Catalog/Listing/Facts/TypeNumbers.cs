using Actors.Catalog.Events;

namespace Actors.Catalog.Listing.Facts;

/// <summary>Numbers of event types.</summary>
internal static class TypeNumbers
{
    /// <summary>The number of every other type.</summary>
    private const byte None = byte.MaxValue;

    public static byte Of(string type) => EventTypes.Supported.Items.IndexOf(type) is >= 0 and var number ? (byte)number : None;

    public static string NameOf(byte number) => number == None ? "" : EventTypes.Supported.Items[number];
}
