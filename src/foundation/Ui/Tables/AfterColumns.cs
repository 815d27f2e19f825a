using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Shuren.Ui;

/// <summary>Draws its content one step later than its siblings, when the columns beside it are known. Tables use it; pages need not.</summary>
public sealed class AfterColumns : ComponentBase
{
    /// <summary>What is drawn.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, ChildContent);
}
