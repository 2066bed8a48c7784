namespace Actors.Web.Errors;

/// <summary>An <see cref="ApiError"/> as an endpoint's result.</summary>
internal sealed record ApiErrorResult(ApiError Error) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => Error.Status;

    public Task ExecuteAsync(HttpContext httpContext) => ApiErrors.WriteAsync(httpContext, Error);
}
