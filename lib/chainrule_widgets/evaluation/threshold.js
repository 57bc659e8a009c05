// Built by `npm run build` in lib/page_scripts.
function onDrag(node,picture,move){let follow=event=>{let box=picture.getBoundingClientRect(),{width,height}=picture.viewBox.
baseVal;move((event.clientX-box.left)/box.width*width,(event.clientY-box.top)/box.height*height)};node.addEventListener(
"pointerdown",event=>{event.preventDefault(),node.setPointerCapture(event.pointerId),(node.querySelector("[tabindex]")??
node).focus?.({preventScroll:!0}),follow(event),node.addEventListener("pointermove",follow)});for(let end of["pointerup",
"pointercancel"])node.addEventListener(end,()=>node.removeEventListener("pointermove",follow))}var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
toFixed(6)),SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit===
"-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}var STEPS={ArrowRight:1,ArrowUp:1,ArrowLeft:-1,ArrowDown:-1,PageUp:10,PageDown:-10};function handle(label,{low,high,step,get,put,text=formatNumber,vertical=!1},...shapes){let node=svg("g",{class:"handle",
...KEEP_KEYS,...{role:"slider",tabindex:0,"aria-label":label,"aria-orientation":vertical?"vertical":"horizontal"},...{"a\
ria-valuemin":low,"aria-valuemax":high}},...shapes);return node.addEventListener("keydown",event=>{let by=STEPS[event.key],
end={Home:low,End:high}[event.key];if(by===void 0&&end===void 0)return;event.preventDefault();let next=end??get()+by*step*
(event.shiftKey?10:1);put(clamp(roundTo(next,step/10),low,high))}),Object.assign(node,{show:()=>{node.setAttribute("aria\
-valuenow",String(get())),node.setAttribute("aria-valuetext",text(get()))}})}function ticks(low,high,count=5){let raw=(high-low)/count,power=10**Math.floor(Math.log10(raw)),step=[1,2,5,10].map(m=>m*
power).find(s=>s>=raw)??10*power,found=[];for(let i=Math.ceil(low/step-1e-9);i*step<=high+step*1e-9;i++)found.push(roundTo(
i*step,step));return found}var Panel=class{constructor({x,y,width,height,xs,ys}){this.x=x,this.y=y,this.width=width,this.height=height,this.xs=xs,this.
ys=ys,this.id=`cr${Math.random().toString(36).slice(2)}`;let clip=svg("clipPath",{id:this.id},svg("rect",{x,y,width,height}));
this.frame=svg("g"),this.inside=svg("g",{"clip-path":`url(#${this.id})`}),this.node=svg("g",{},clip,this.frame,this.inside)}px(value){
return this.x+(value-this.xs[0])/(this.xs[1]-this.xs[0])*this.width}py(value){return this.y+(this.ys[1]-value)/(this.ys[1]-
this.ys[0])*this.height}dataAt(x,y){return[this.xs[0]+(x-this.x)/this.width*(this.xs[1]-this.xs[0]),this.ys[1]-(y-this.y)/
this.height*(this.ys[1]-this.ys[0])]}path(xs,ys){let command="M",d="";for(let i=0;i<xs.length;i++){if(!Number.isFinite(ys[i])){
command="M";continue}d+=`${command}${this.px(xs[i]).toFixed(2)} ${clamp(this.py(ys[i]),-2e3,4e3).toFixed(2)}`,command="L"}
return d}xTicks(count){return ticks(this.xs[0],this.xs[1],count)}yTicks(count){return ticks(this.ys[0],this.ys[1],count)}axes(xTicks,yTicks,xLabel=""){
let{x,y,width,height}=this,lines=svg("g");for(let tick of xTicks)lines.append(svg("path",{d:`M${this.px(tick)} ${y}v${height}`,
class:"hair"}),textAt(this.px(tick),y+height+15,formatNumber(tick),{class:"quiet","text-anchor":"middle"}));for(let tick of yTicks)
lines.append(svg("path",{d:`M${x} ${this.py(tick)}h${width}`,class:"hair"}),textAt(x-7,this.py(tick)+4,formatNumber(tick),
{class:"quiet","text-anchor":"end"}));xLabel&&lines.append(textAt(x+width,y+height+30,xLabel,{class:"quiet","text-anchor":"\
end"})),this.frame.replaceChildren(lines)}};function toNumbers(view,Kind=Float32Array){let bytes=view.buffer.slice(view.byteOffset,view.byteOffset+view.byteLength);
return new Kind(bytes)}function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
now),requestAnimationFrame(function next(){drawn=late,late&&(now(),requestAnimationFrame(next))}))}}function reportDrawn(root,drawn){"chainruleTest"in globalThis&&(root.dataset.drawn=JSON.stringify(drawn))}function drawOnChange(root,model,names,draw2){
let now=()=>reportDrawn(root,draw2()),soon=throttle(now);for(let name of names)model.on(`change:${name}`,soon);return now(),
soon}function saveDebounced(model){let timer,unsaved={};return model.on("change",()=>{for(let[name,value]of Object.entries(unsaved))
model.get(name)!==value&&model.set(name,value)}),state=>{Object.assign(unsaved,state);for(let[name,value]of Object.entries(
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}var[LEFT,WIDE,TOP,TALL]=[20,390,30,170];function render({model,el}){let root=createRoot(el,"Threshold"),save=saveDebounced(
model),[no,yes]=model.get("names"),dots=toNumbers(model.get("dots"),Float64Array),table=toNumbers(model.get("table"),Float64Array),
own=toNumbers(model.get("own"),Float64Array),row=threshold=>[...table.subarray(8*Math.round(100*threshold),8*Math.round(
100*threshold)+8)],{panel,places,called,rings}=examplePanel({dots,yes}),move=value=>save({threshold:clamp(roundTo(value,
.01),0,1)}),grip=handle("threshold",{low:0,high:1,step:.01,get:()=>model.get("threshold"),put:move},svg("path",{d:`M0 ${TOP}\
v${TALL}`,class:"line ink"}),svg("circle",{cy:TOP+TALL/2,r:12,class:"ring"}),svg("circle",{cy:TOP+TALL/2,r:7,class:"fill\
 ink"})),surface=svg("g",{style:"cursor: ew-resize"},svg("rect",{x:LEFT,y:TOP,width:WIDE,height:TALL,fill:"transparent"}),
panel.node,grip),cells=matrix(no,yes),curve=precisionRecallPanel({row}),here=svg("circle",{r:6,class:"fill ink"}),bars=[
"accuracy","precision","recall","F1"].map(bar),picture=svg("svg",{viewBox:"0 0 848 352"},textAt(LEFT,18,`● ${yes}`,{class:"\
fill orange"}),textAt(LEFT+WIDE,18,`predicted ${yes} →`,{class:"quiet","text-anchor":"end"}),textAt(LEFT+96,18,`× ${no}`,
{class:"fill blue"}),textAt(LEFT+178,18,"○ wrong",{class:"quiet"}),surface,cells.node,textAt(690,18,"precision over re\
call",{class:"title"}),curve.node,here,...bars.map(b=>b.node));onDrag(surface,picture,x=>move((x-LEFT)/WIDE));let says=html(
"p",{class:"says","aria-live":"polite"});root.append(picture,says),drawOnChange(root,model,["threshold"],()=>draw({bars,
called,cells,curve,grip,here,model,no,own,panel,places,rings,row,says,yes}))}function examplePanel({dots,yes}){let panel=new Panel(
{x:LEFT,y:TOP,width:WIDE,height:TALL,xs:[0,1],ys:[0,1]});panel.axes([0,.25,.5,.75,1],[],`p, the probability of ${yes}`);
let places=scattered(dots,panel),marks=kind=>places.filter(dot=>dot.y===kind),called=svg("rect",{y:TOP,height:TALL,class:"\
wash"}),rings=svg("path",{class:"line thin ink"});return panel.inside.append(called,svg("path",{d:marks(1).map(({x,v})=>`\
M${x-3.2} ${v}a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0 -6.4 0`).join(""),class:"fill orange","fill-opacity":.75}),svg("path",{
d:marks(0).map(({x,v})=>`M${x-3} ${v-3}l6 6m0 -6l-6 6`).join(""),class:"line thin blue"}),rings),{panel,places,called,rings}}
function precisionRecallPanel({row}){let curve=new Panel({x:690,y:TOP,width:150,height:150,xs:[0,1],ys:[0,1]});curve.axes(
[0,.5,1],[0,.5,1],"recall");let calls=Array.from({length:101},(_,i)=>row(i/100)).filter(([tp,fp])=>tp+fp>0);return curve.
inside.append(svg("path",{d:curve.path(calls.map(m=>m[6]),calls.map(m=>m[5])),class:"line green"})),curve}function draw({
bars,called,cells,curve,grip,here,model,no,own,panel,places,rings,row,says,yes}){let at=model.get("threshold"),[tp,fp,fn,
tn,...scores]=row(at);setAttributes(called,{x:panel.px(at),width:panel.px(1)-panel.px(at)},[]),grip.setAttribute("transf\
orm",`translate(${panel.px(at)} 0)`),grip.show();let wrong=places.filter(({p,y})=>p>at!=(y===1));rings.setAttribute("d",
wrong.map(({x,v})=>`M${x-6} ${v}a6 6 0 1 0 12 0a6 6 0 1 0 -12 0`).join("")),cells.show([[tn,fp],[fn,tp]]),setAttributes(
here,{cx:curve.px(scores[2]),cy:curve.py(scores[1]),visibility:tp+fp>0?"visible":"hidden"},[]);let sums=[`(${tp} + ${tn}\
) / ${tp+fp+fn+tn}`,`${tp} / (${tp} + ${fp})`,`${tp} / (${tp} + ${fn})`,`2 · ${scores[1].toFixed(3)} · ${scores[2].toFixed(
3)} / (${scores[1].toFixed(3)} + ${scores[2].toFixed(3)})`],place=3*Math.round(100*at),yours=own.length?[...own.subarray(
place,place+3)]:[];return bars.forEach((b,i)=>{b.show(scores[i],sums[i],i?yours[i-1]:void 0)}),says.textContent=model.get(
"own_sentence")||sentence({tp,fp,fn,tn},no,yes),{threshold:at,yours:yours.map(v=>Number.isFinite(v)?v:String(v)),tp,fp,fn,
tn,scores,mistaken:wrong.length}}function scattered(dots,panel){return Array.from({length:dots.length/2},(_,i)=>{let[p,y]=[
dots[2*i],dots[2*i+1]],height=(y?.56:.06)+.38*(i*.618034%1);return{p,y,x:Number(panel.px(p).toFixed(1)),v:Number(panel.py(
height).toFixed(1))}})}function sentence({tp,fp,fn,tn},no,yes){return tp+fp===0?`No example is predicted as ${yes}, so t\
he recall is 0. The accuracy is still ${formatNumber(tn/(tn+fn))}.`:fn===0?`All ${yes} examples are found. But ${fp} of ${fp+
tn} ${no} examples ${fp===1?"is":"are"} predicted as ${yes}.`:fp===0?`All examples predicted as ${yes} are ${yes}. But ${fn}\
 of ${tp+fn} ${yes} examples ${fn===1?"is":"are"} not found.`:`False negatives: ${fn} of ${tp+fn} ${yes} examples. False\
 positives: ${fp} of ${fp+tn} ${no} examples.`}function matrix(no,yes){let[x,y,wide,tall]=[502,52,68,58],node=svg("g",{},
textAt(x-56,18,"confusion matrix",{class:"title"}),textAt(x+wide,y-18,"predicted",{class:"quiet","text-anchor":"middle"})),
texts=[["TN","FP"],["FN","TP"]].map((kindRow,r)=>kindRow.map((kind,c)=>{let value=textAt(x+c*wide+wide/2,y+r*tall+30,"",
{"text-anchor":"middle",style:"font-size: 17px"});return node.append(svg("rect",{x:x+c*wide+1,y:y+r*tall+1,width:wide-2,
height:tall-2,rx:3,class:"wash"}),value,textAt(x+c*wide+wide/2,y+r*tall+48,kind,{class:"quiet","text-anchor":"middle"})),
r!==c&&node.append(svg("rect",{x:x+c*wide+1,y:y+r*tall+1,width:wide-2,height:tall-2,rx:3,class:"line thin red dashed"})),
value}));return[no,yes].forEach((name,i)=>{node.append(textAt(x+i*wide+wide/2,y-4,name,{class:"quiet","text-anchor":"mid\
dle"}),textAt(x-6,y+i*tall+tall/2+4,name,{class:"quiet","text-anchor":"end"}))}),{node,show:counts=>counts.forEach((line,r)=>{
line.forEach((count,c)=>{texts[r][c].textContent=count})})}}function bar(name,i){let y=252+25*i,filled=svg("rect",{x:100,
y:y-11,height:15,rx:2,class:"fill green"}),value=textAt(0,y+1,""),sum=textAt(500,y+1,"",{class:"quiet"}),yours=svg("path",
{class:"line red"}),label=svg("text",{x:836,y:y+1,class:"fill red","text-anchor":"end"});return{node:svg("g",{},textAt(20,
y+1,name),svg("rect",{x:100,y:y-11,width:320,height:15,rx:2,class:"wash"}),filled,value,sum,yours,label),show:(score,formula,mine)=>{
yours.setAttribute("d",Number.isFinite(mine)?`M${100+320*clamp(mine,0,1)} ${y-14}v21`:""),label.textContent=mine===void 0?
"":`yours ${Number.isFinite(mine)?mine.toFixed(3):"NaN"}`,setAttributes(filled,{width:320*score}),setAttributes(value,{x:430}),
value.textContent=score.toFixed(3),sum.textContent=`= ${formula}`}}}var threshold_default={render};export{threshold_default as default};
