namespace Actors.Web.Idempotency;

/// <summary>Sends a stored response again.</summary>
internal sealed record ReplayedResult(StoredAnswer Answer) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => Answer.Status;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Answer.Status;
        response.ContentType = Answer.ContentType;
        AnswerHeaders.Put(response.Headers, Answer.Headers);
        response.Headers[AnswerHeaders.Replayed] = "true";
        if (Answer.Body.IsEmpty) return;
        response.ContentLength = Answer.Body.Length;
        await response.Body.WriteAsync(Answer.Body.AsMemory(), httpContext.RequestAborted);
    }
}
