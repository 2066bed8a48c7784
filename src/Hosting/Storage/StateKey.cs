using System.Globalization;

namespace Actors.Hosting.Storage;

/// <summary>A grain's key as Orleans' state table has it: a UUID in two numbers, a whole number in the second, and text beside either.</summary>
/// <param name="First">First half of a UUID, else 0.</param>
/// <param name="Second">Second half of a UUID, or a whole number.</param>
/// <param name="Text">A text key, or what is added to the others; null when there is none.</param>
internal readonly record struct StateKey(long First, long Second, string? Text)
{
    /// <summary>The columns of a grain.</summary>
    public static StateKey Of(GrainId grain)
    {
        if (grain.TryGetGuidKey(out var guid, out var text))
        {
            var bytes = guid.ToByteArray();
            return new StateKey(BitConverter.ToInt64(bytes, 0), BitConverter.ToInt64(bytes, sizeof(long)), text);
        }

        return grain.TryGetIntegerKey(out var number, out text) ? new StateKey(0, number, text) : new StateKey(0, 0, grain.Key.ToString());
    }

    /// <summary>The key as grain ids write it.</summary>
    public override string ToString()
    {
        if (this is { First: 0, Second: 0, Text: { } only }) return only;
        var key = First == 0
            ? Second.ToString("X", CultureInfo.InvariantCulture)
            : new Guid([.. BitConverter.GetBytes(First), .. BitConverter.GetBytes(Second)]).ToString("N");
        return Text is null ? key : $"{key}+{Text}";
    }
}
