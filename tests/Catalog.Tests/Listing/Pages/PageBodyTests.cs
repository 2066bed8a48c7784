using Actors.Catalog.Listing.Views;
using Actors.Catalog.Tests.Listing.Lists;
using Actors.TestKit;
using Actors.Web.Bodies;

namespace Actors.Catalog.Tests.Listing.Views;

public sealed class ViewBodyTests
{
    private static readonly byte[] s_body = [.. Enumerable.Range(0, 20 * BodyInPieces.PieceLength + 17).Select(i => (byte)(i * 31 / 7))];
    private readonly SlowReader _reader = new();

    public static TheoryData<int> PieceLengths => [1500, BodyInPieces.PieceLength, BodyInPieces.PieceLength + 1, s_body.Length];

    [Theory]
    [MemberData(nameof(PieceLengths))]
    public async Task A_reader_who_takes_nothing_holds_one_piece_however_long_those_of_the_body_are(int length)
    {
        var sending = Body(length).WriteAsync(_reader.Context());

        sending.IsCompleted.ShouldBeFalse();
        (await _reader.HeldAsync()).ShouldBeLessThanOrEqualTo(Math.Max(SlowReader.Threshold, BodyInPieces.PieceLength));
        (await _reader.ReadAllAsync(sending)).ShouldBe(s_body);
    }

    [Fact]
    public async Task Control_Written_at_once_the_whole_body_is_held()
    {
        var sending = _reader.Context().Response.BodyWriter.WriteAsync(s_body).AsTask();

        (await _reader.HeldAsync()).ShouldBe(s_body.Length);
        (await _reader.ReadAllAsync(sending)).ShouldBe(s_body);
    }

    [Fact]
    public async Task A_reader_who_goes_away_ends_it()
    {
        var sending = Body(1500).WriteAsync(_reader.Context());

        await _reader.LeaveAsync();

        await sending.Within("the end of the sending");
    }

    private static ViewBody Body(int pieceLength) => new([.. s_body.Chunk(pieceLength).Select(piece => (ReadOnlyMemory<byte>)piece)]);
}
