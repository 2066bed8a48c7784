using Actors.TestKit;
using Actors.Web.Bodies;

namespace Actors.Catalog.Tests.Listing.Lists;

public sealed class BodyInPiecesTests
{
    private static readonly byte[] s_body = [.. Enumerable.Range(0, 20 * BodyInPieces.PieceLength + 17).Select(i => (byte)(i * 31 / 7))];

    private readonly SlowReader _reader = new();

    [Fact]
    public async Task A_stalled_client_holds_one_piece()
    {
        var sending = BodyInPieces.WriteAsync(_reader.Context(), s_body);

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
        var sending = BodyInPieces.WriteAsync(_reader.Context(), s_body);

        await _reader.LeaveAsync();

        await sending.Within("the end of the sending");
    }
}
