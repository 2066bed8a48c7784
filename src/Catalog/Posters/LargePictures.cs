namespace Actors.Catalog.Posters;

/// <summary>Decodes large pictures one at a time per silo. This limits memory to one large picture and one small picture per core.</summary>
internal sealed class LargePictures : IDisposable
{
    /// <summary>Pictures that need at least this much decoder memory, in bytes, wait for their turn.</summary>
    private const long Large = 32 * 1024 * 1024;

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Waits until the picture may be decoded. Dispose the result when it is done.</summary>
    public async Task<IDisposable?> Enter(long decodeBytes)
    {
        if (decodeBytes < Large)
            return null;
        await _turn.WaitAsync();
        return new Turn(_turn);
    }

    public void Dispose() => _turn.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
