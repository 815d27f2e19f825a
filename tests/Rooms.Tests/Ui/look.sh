#!/bin/sh
# Takes pictures of the pages that SheetPages wrote, 1280 and 360 wide, and of the sheet on paper: artifacts/ui/*.png.
# Needs chromium, python3 and pdftoppm; run Shuren.Rooms.Tests first.
set -eu
root=$(cd "$(dirname "$0")/../../.." && pwd)
cd "$root/artifacts/ui"
mkdir -p qinghe/_content
ln -sfn "$root/src/foundation/Ui/wwwroot" qinghe/_content/Shuren.Ui
python3 -m http.server 5199 --bind 127.0.0.1 >/dev/null 2>&1 & server=$!
profile=$(mktemp -d)
trap 'kill $server; rm -rf "$profile"' EXIT
sleep 1
browse() {
  chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$profile" --virtual-time-budget=3000 "$@" 2>/dev/null
}
for page in components task confirm refused public sign-in; do
  tall=900; [ $page = components ] && tall=7600; [ $page = task ] && tall=1200
  browse --window-size=1280,$tall --screenshot=$page.png "http://127.0.0.1:5199/qinghe/$page.html"
  # Headless windows are at least 500 wide: a frame of 360 stands in for a phone.
  tall=800; [ $page = components ] && tall=14000; [ $page = task ] && tall=2700
  echo "<!doctype html><style>body{margin:0}</style><iframe src=\"qinghe/$page.html\" width=360 height=$tall frameborder=0></iframe>" > $page-phone.html
  browse --window-size=500,$tall --screenshot=$page-phone.png "http://127.0.0.1:5199/$page-phone.html"
done
for page in components task; do
  browse --no-pdf-header-footer --print-to-pdf=$page.pdf "http://127.0.0.1:5199/qinghe/$page.html"
  pdftoppm -r 60 -png $page.pdf $page-print
done
