using Actors.Web.Lists;
using Actors.Web.Reading;
using Microsoft.AspNetCore.Http;

namespace Actors.Web.Tests.Http;

public sealed class QueryReading
{
    [Fact]
    public void All_faults_are_collected()
    {
        var query = Query("?limit=0&id=abc&uuid=1&flag=maybe&when=x");

        query.Limit(20, 100).ShouldBe(20);
        query.OptionalInteger("id").ShouldBeNull();
        query.OptionalGuid("uuid").ShouldBeNull();
        query.OptionalBoolean("flag").ShouldBeNull();
        query.OptionalDateTimeText("when").ShouldBeNull();
        query.Text("needed").ShouldBeEmpty();

        query.Faults.ToError().Faults.Select(fault => $"{string.Join('.', fault.Loc)} {fault.Type}").ShouldBe([
            "query.limit greater_than_equal", "query.id int_parsing", "query.uuid uuid_parsing", "query.flag bool_parsing",
            "query.when datetime_from_date_parsing", "query.needed missing",
        ]);
    }

    [Fact]
    public void The_last_of_repeated_parameters_counts() => Query("?type=a&type=b").OptionalText("type").ShouldBe("b");

    [Fact]
    public void A_NUL_is_a_fault()
    {
        var query = Query("?type=a%00b");
        query.OptionalText("type");
        query.Ok.ShouldBeFalse();
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("", "Ящик/+=")]
    public void A_cursor_round_trips(string first, string second)
    {
        var cursor = Cursor.Encode(first, second);
        Uri.EscapeDataString(cursor).ShouldBe(cursor);
        Query($"?cursor={cursor}").After(2).ShouldBe([first, second]);
    }

    [Theory]
    [InlineData("!!!")]
    [InlineData("YQ")]
    [InlineData("a")]
    public void An_invalid_cursor_is_a_fault(string cursor)
    {
        var query = Query($"?cursor={cursor}");
        query.After(2).ShouldBeNull();
        query.Faults.ToError().Faults.ShouldHaveSingleItem().Type.ShouldBe("value_error");
    }

    [Fact]
    public void The_next_page_keeps_the_other_parameters()
    {
        var context = new DefaultHttpContext();
        context.Request.Path = "/api/v1/parsing/history";
        context.Request.QueryString = new QueryString("?limit=5&cursor=old&q=%D1%8F");
        Paging.SetNext(context, "new");
        Paging.SetTotal(context, 42);

        context.Response.Headers["Link"].ToString().ShouldBe("</api/v1/parsing/history?limit=5&q=%D1%8F&cursor=new>; rel=\"next\"");
        context.Response.Headers["X-Total-Count"].ToString().ShouldBe("42");
    }

    private static QueryReader Query(string query)
    {
        var context = new DefaultHttpContext();
        context.Request.QueryString = new QueryString(query);
        return new QueryReader(context);
    }
}
