namespace Actors.Catalog.Posters;

/// <summary>Large pictures are decoded one after another in a silo, so that memory is bounded by one large picture and as
/// many small ones as there are cores.</summary>
internal sealed class LargePictures : IDisposable
{
    /// <summary>From here on a picture waits for its turn, bytes of decoder memory.</summary>
    private const long Large = 32 * 1024 * 1024;

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Dispose what this gives when the picture is done.</summary>
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
