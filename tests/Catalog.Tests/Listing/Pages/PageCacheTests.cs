using Actors.Catalog.Events;
using Actors.Catalog.Listing.Filters;
using Actors.Catalog.Listing.Snapshots;
using Actors.Catalog.Listing.Views;
using Actors.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Actors.Catalog.Tests.Listing.Views;

/// <summary>What is kept of answers and rows: what one caller asks for again and again leaves the others' where they are.</summary>
public sealed class ViewMemoryTests
{
    private const int Large = 100_000, Often = 1000;

    [Fact]
    public async Task An_answer_that_is_kept_again_and_again_throws_out_no_other()
    {
        var (answers, answer) = (new ViewAnswers(), await AnswerAsync(Large));
        answers.Keep(Key("other"), answer);

        for (var i = 0; i < Often; i++) answers.Keep(Key("hot"), answer);

        answers.Find(Key("other")).ShouldBeSameAs(answer);
    }

    // The control: answers of as many keys do.
    [Theory]
    [InlineData(Large, 8)]
    [InlineData(1, Large)]
    public async Task Control_Answers_of_many_keys_throw_out_what_nobody_asks_for_and_long_keys_count(int body, int form)
    {
        var (answers, answer) = (new ViewAnswers(), await AnswerAsync(body));
        answers.Keep(Key("other"), answer);

        for (var i = 0; i < 50; i++) answers.Keep(Key($"{i}".PadLeft(form)), answer);

        answers.Find(Key("other")).ShouldBeNull();
    }

    [Fact]
    public async Task An_answer_that_grows_takes_the_room_it_has_now()
    {
        var (answers, small, large) = (new ViewAnswers(), await AnswerAsync(1), await AnswerAsync(Large));
        answers.Keep(Key("other"), small);
        for (var i = 0; i < 50; i++)
        {
            answers.Keep(Key($"{i}"), small);
            answers.Keep(Key($"{i}"), large);
        }

        answers.Find(Key("other")).ShouldBeNull();
    }

    [Fact]
    public void A_row_that_is_kept_again_and_again_throws_out_no_other()
    {
        var (memory, other) = (new RowMemory(), Row(1));
        memory.Keep(other);

        for (var i = 0; i < Often; i++) memory.Keep(Row(2));

        memory.Find(1).ShouldBeSameAs(other);
    }

    [Fact]
    public void Control_As_many_rows_throw_out_what_nobody_asks_for()
    {
        var memory = new RowMemory();
        memory.Keep(Row(1));

        for (var i = 0; i < Often; i++) memory.Keep(Row(2 + i));

        memory.Find(1).ShouldBeNull();
    }

    private static PageRow Row(long id) => new(1, id, Guid.Empty, true, new byte[Large]);

    private static ViewRequest Request { get; } = new(new EventScope(true), new EventFilter(), null, ViewOrder.Number, null, 100, []);

    private static ViewKey Key(string form) => ViewKey.Of(Request, form);

    private static async Task<ViewAnswer> AnswerAsync(int bytes)
    {
        var rows = new FakeCopies();
        rows.Write(new EventState { Id = 1, EventType = "concert", Active = true });
        var (snapshot, _) = await new EventSnapshots(rows, new ManualTimeProvider(), NullLogger<EventSnapshots>.Instance).GetAsync();
        return new ViewAnswer(await ViewPage.OfAsync(snapshot, Request), new ViewBody([new byte[bytes]]));
    }
}
