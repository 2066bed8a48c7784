using System.Globalization;

namespace Actors.Hosting.Storage;

/// <summary>A grain key in the columns of Orleans' state table: a UUID fills two numbers, an integer key the second, and text has a column of its own.</summary>
/// <param name="First">The first half of a UUID, else 0.</param>
/// <param name="Second">The second half of a UUID, or an integer key.</param>
/// <param name="Text">A text key, or the extension of another key; null without either.</param>
internal readonly record struct StateKey(long First, long Second, string? Text)
{
    public static StateKey Of(GrainId grain)
    {
        if (grain.TryGetGuidKey(out var guid, out var text))
        {
            var bytes = guid.ToByteArray();
            return new StateKey(BitConverter.ToInt64(bytes, 0), BitConverter.ToInt64(bytes, sizeof(long)), text);
        }

        return grain.TryGetIntegerKey(out var number, out text) ? new StateKey(0, number, text) : new StateKey(0, 0, grain.Key.ToString());
    }

    /// <summary>The key in the text form of a grain id.</summary>
    public override string ToString()
    {
        if (this is { First: 0, Second: 0, Text: { } only }) return only;
        var key = First == 0
            ? Second.ToString("X", CultureInfo.InvariantCulture)
            : new Guid([.. BitConverter.GetBytes(First), .. BitConverter.GetBytes(Second)]).ToString("N");
        return Text is null ? key : $"{key}+{Text}";
    }
}
