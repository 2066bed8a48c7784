using Actors.Catalog.Listing.Pages;
using Actors.Catalog.Tests.Listing.Lists;
using Actors.TestKit;
using Actors.Web.Bodies;

namespace Actors.Catalog.Tests.Listing.Pages;

public sealed class PageBodyTests
{
    private static readonly byte[] s_body = [.. Enumerable.Range(0, 20 * BodyInPieces.PieceLength + 17).Select(i => (byte)(i * 31 / 7))];
    private readonly SlowReader _reader = new();

    public static TheoryData<int> PieceLengths => [1500, BodyInPieces.PieceLength, BodyInPieces.PieceLength + 1, s_body.Length];

    [Theory]
    [MemberData(nameof(PieceLengths))]
    public async Task A_stalled_client_holds_one_piece_of_any_body(int length)
    {
        var sending = Body(length).WriteAsync(_reader.Context());

        sending.IsCompleted.ShouldBeFalse();
        (await _reader.HeldAsync()).ShouldBeLessThanOrEqualTo(Math.Max(SlowReader.Threshold, BodyInPieces.PieceLength));
        (await _reader.ReadAllAsync(sending)).ShouldBe(s_body);
    }

    [Fact]
    public async Task Control_Without_pieces_the_whole_body_is_held()
    {
        var sending = _reader.Context().Response.BodyWriter.WriteAsync(s_body).AsTask();

        (await _reader.HeldAsync()).ShouldBe(s_body.Length);
        (await _reader.ReadAllAsync(sending)).ShouldBe(s_body);
    }

    [Fact]
    public async Task A_client_that_disconnects_ends_the_sending()
    {
        var sending = Body(1500).WriteAsync(_reader.Context());

        await _reader.LeaveAsync();

        await sending.Within("the end of the sending");
    }

    private static PageBody Body(int pieceLength) => new([.. s_body.Chunk(pieceLength).Select(piece => (ReadOnlyMemory<byte>)piece)]);
}
