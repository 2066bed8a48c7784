using Actors.Administration.Audit;
using Actors.Core.Administration;

namespace Actors.Administration.Tests.Audit;

public sealed class ChainedLineTests
{
    private static readonly ChainedLine s_line = new()
    {
        Number = 2, At = 1_772_442_000_000, Operation = "op", UserId = 7, Action = "setting.changed", ObjectType = "setting", ObjectId = "key",
        Details = """{"new":"ё"}""", RequestId = "r-1", Previous = ChainHead.Empty.Hash,
    };

    [Fact]
    public void The_encoding_is_stable() =>
        s_line.ComputeHash().ShouldBe("abf3b2cc5bfa154ec193b4ae2767d9490760836c600c57193a88c4ee697001e2");

    [Fact]
    public void The_hash_covers_every_member()
    {
        ChainedLine[] changed =
        [
            s_line with { Number = 3 }, s_line with { At = 0 }, s_line with { Operation = "o" }, s_line with { UserId = null }, s_line with { UserId = 8 },
            s_line with { Action = "x" }, s_line with { ObjectType = "x" }, s_line with { ObjectId = null }, s_line with { ObjectId = "" },
            s_line with { Details = null }, s_line with { RequestId = null }, s_line with { Previous = "x" },
        ];

        changed.Select(c => c.ComputeHash()).Append(s_line.ComputeHash()).Distinct().Count().ShouldBe(changed.Length + 1);
        typeof(ChainedLine).GetProperties().Select(p => p.Name).Except(["Head", "Hash"]).Count().ShouldBe(10, "a new member must be hashed, with another first word");
    }

    [Fact]
    public void Text_cannot_move_from_one_member_to_the_next() =>
        (s_line with { Action = "ab", ObjectType = "c" }).ComputeHash().ShouldNotBe((s_line with { Action = "a", ObjectType = "bc" }).ComputeHash());

    [Fact]
    public void Text_that_databases_cannot_store_is_replaced_before_hashing()
    {
        var line = ChainedLine.After(ChainHead.Empty, AuditLine.Of(DateTimeOffset.UnixEpoch, "a", "b", "x\0y\uD800z"));

        line.ObjectId.ShouldBe("x\uFFFDy\uFFFDz");
        line.Hash.ShouldBe(line.ComputeHash());
    }

    [Fact]
    public void A_head_round_trips_as_text()
    {
        var head = new ChainHead(12, new string('a', 64));

        ChainHead.Read(head.ToString()).ShouldBe(head);
        new[] { "", "12", "12:abc", $"-1:{head.Hash}", $"x:{head.Hash}" }.ShouldAllBe(text => ChainHead.Read(text) == null);
    }

    [Fact]
    public void A_line_that_is_too_long_is_refused() =>
        Should.Throw<ArgumentException>(() => AuditLine.Of(DateTimeOffset.UnixEpoch, new string('a', AuditLine.MaxName + 1), "b").Checked());
}
