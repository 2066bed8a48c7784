namespace Actors.Catalog.Http.Provider;

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

    public const string Registration = """
        {"id":"4b5b7c0e-3b0a-5f0a-9d3c-0f3d6f6a7b11","event_id":"7c9e6679-7425-40de-944b-e07fc1f90ae7","event_name":"Концерт",
         "event_time":"2031-09-01T18:00:00Z","status":"pending","seat":null,"ticket_id":null,"reason":null,
         "created_at":"2031-08-01T12:00:00Z","updated_at":"2031-08-01T12:00:00Z"}
        """;
}
