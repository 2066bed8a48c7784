using Actors.Core.Caching;

namespace Actors.Catalog.Listing.Views;

/// <summary>Recent answers from one snapshot, for requests that ask the same again. They go with the snapshot when any event changes.</summary>
internal sealed class ViewAnswers
{
    private const int MostAnswers = 128;

    /// <summary>Most bytes of queries and bodies; an answer of more than half of it is not kept.</summary>
    private const long MostBytes = 2 << 20;

    private readonly RecentCache<ViewKey, ViewAnswer> _answers = new(MostBytes, BytesOf, MostAnswers);

    /// <summary>The answer that was given, or null.</summary>
    public ViewAnswer? Find(ViewKey key) => _answers.Find(key);

    public void Keep(ViewKey key, ViewAnswer answer)
    {
        if (BytesOf(key, answer) <= MostBytes / 2) _answers.Keep(key, answer);
    }

    private static long BytesOf(ViewKey key, ViewAnswer answer) => key.Bytes + answer.Body.Length;
}
