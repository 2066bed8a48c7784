namespace Actors.Catalog.Provider.Endpoints;

/// <summary>Examples for the API page.</summary>
internal static class ProviderExamples
{
    public const string Event = """
        {"id":"7c9e6679-7425-40de-944b-e07fc1f90ae7","name":"Концерт","event_time":"2031-09-01T18:00:00Z","status":"open","venue_name":"Главная сцена",
         "venue":{"id":null,"name":"Главная сцена","city":null,"address":null},"registration_deadline":null}
        """;

    public const string Page = $$"""{"count":1,"next":null,"previous":null,"results":[{{Event}}]}""";

    public const string NotFound = """{"detail":"Not found."}""";

    public const string Register = """{"first_name":"Иван","last_name":"Иванов","seat":"A15"}""";

    public const string Pending = $$"""{{{Begin}},"status":"pending","seat":null,"ticket_id":null,"reason":null,{{End}}}""";

    public const string Confirmed = $$"""{{{Begin}},"status":"confirmed","seat":"A15","ticket_id":"93d1f2a4","reason":null,{{End}}}""";

    public const string Rejected = $$"""{{{Begin}},"status":"rejected","seat":"A15","ticket_id":null,"reason":"The seat is taken.",{{End}}}""";

    public const string Unclear = $$"""
        {{{Begin}},"status":"unclear","seat":"A15","ticket_id":null,
         "reason":"The provider gave no clear answer: the visitor may be registered or not.",{{End}}}
        """;

    private const string Begin = """
        "id":"4b5b7c0e-3b0a-5f0a-9d3c-0f3d6f6a7b11","event_id":"7c9e6679-7425-40de-944b-e07fc1f90ae7","event_name":"Концерт","event_time":"2031-09-01T18:00:00Z"
        """;

    private const string End = """
        "created_at":"2031-08-01T12:00:00Z","updated_at":"2031-08-01T12:00:00Z"
        """;
}
