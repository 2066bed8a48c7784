namespace Actors.Search.Sound;

/// <summary>Collects the letters of a key. Doubled letters become one, and <c>ие</c> becomes <c>е</c>.</summary>
internal ref struct SoundBuffer(Span<char> buffer)
{
    private const int MostOfOneLetter = 2;
    private readonly Span<char> _buffer = buffer;
    private int _length;

    /// <summary>The buffer size for a word of this length.</summary>
    public static int Size(int word) => word * MostOfOneLetter;

    /// <summary>Adds a sound; always returns 1, the number of consumed letters.</summary>
    public int Add(char sound)
    {
        if (_length > 0 && _buffer[_length - 1] == sound) return 1;
        if (sound == 'e' && _length > 0 && _buffer[_length - 1] == 'i') _length--;
        if (_length == 0 || _buffer[_length - 1] != sound) _buffer[_length++] = sound;
        return 1;
    }

    /// <summary>Adds sounds; always returns 1, the number of consumed letters.</summary>
    public int Add(string sounds)
    {
        foreach (var sound in sounds) Add(sound);
        return 1;
    }

    public override readonly string ToString() => new(_buffer[.._length]);
}
