using Actors.Persistence.Writing;

namespace Actors.Persistence.Tests.Kit;

/// <summary>The services of one process on a database.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly IEngine _engine;
    private readonly BatchingWriter _writer;

    public TestStore(IEngine engine, int queue = BatchingWriter.QueueCapacity)
    {
        _engine = engine;
        _writer = new BatchingWriter(engine, queue);
        Rows = new RowStore(engine, _writer);
    }

    public RowStore Rows { get; }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _engine.DisposeAsync();
    }
}
