// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);var button=(label,click,attributes={})=>html("button",{type:"button",click,...attributes},label);function follow(model,name,show){model.on(`change:${name}`,show),show()}function select(label,model,name,save,options=model.get("options")[name]){let node=html("select",{"aria-label":label,change:()=>save(
{[name]:node.value})});return node.append(...options.map(option=>html("option",{value:option},option))),follow(model,name,
()=>{node.value=model.get(name)}),html("label",{},label,node)}var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
toFixed(6)),SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit===
"-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
range",min,max,step,"aria-label":label});return input.addEventListener("input",()=>save({[name]:Number(input.value)})),follow(
model,name,()=>{Number(input.value)!==model.get(name)&&(input.value=model.get(name)),value.textContent=text(model.get(name)),
input.setAttribute("aria-valuetext",value.textContent)}),html("label",{},label,input,value)}function toNumbers(view,Kind=Float32Array){let bytes=view.buffer.slice(view.byteOffset,view.byteOffset+view.byteLength);
return new Kind(bytes)}function interpolate(values,low,step){return z=>{let place=(z-low)/step,left=clamp(Math.floor(place+1e-6),0,values.length-
2);return values[left]+(place-left)*(values[left+1]-values[left])}}var FunctionTable=class{constructor(view){let all=toNumbers(
view);this.at=interpolate(all.subarray(0,all.length/2),-10,.01),this.derivatives=all.subarray(all.length/2)}derivative(z){
return this.derivatives[clamp(Math.round((z+10)*100),0,this.derivatives.length-1)]}};function ticks(low,high,count=5){let raw=(high-low)/count,power=10**Math.floor(Math.log10(raw)),step=[1,2,5,10].map(m=>m*
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
end"})),this.frame.replaceChildren(lines)}};function throttle(draw2){let drawn2=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn2&&(drawn2=!0,queueMicrotask(
now),requestAnimationFrame(function next(){drawn2=late,late&&(now(),requestAnimationFrame(next))}))}}function reportDrawn(root,drawn2){"chainruleTest"in globalThis&&(root.dataset.drawn=JSON.stringify(drawn2))}function drawOnChange(root,model,names,draw2){
let now=()=>reportDrawn(root,draw2()),soon=throttle(now);for(let name of names)model.on(`change:${name}`,soon);return now(),
soon}function saveDebounced(model){let timer,unsaved={};return model.on("change",()=>{for(let[name,value]of Object.entries(unsaved))
model.get(name)!==value&&model.set(name,value)}),state=>{Object.assign(unsaved,state);for(let[name,value]of Object.entries(
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}var SIDE=178,PITCH=212,START=[.8,.5],times=([a,b],W)=>[a*W[0][0]+b*W[1][0],a*W[0][1]+b*W[1][1]],product=(A,B)=>A.map(row=>times(
row,B)),GRID=Array.from({length:9},(_,i)=>-1+i/4).flatMap(fixed=>{let along=Array.from({length:33},(_,i)=>-1+i/16);return[
along.map(v=>[v,fixed]),along.map(v=>[fixed,v])]});function render({model,el}){let root=createRoot(el,"Stack of layers"),
save=saveDebounced(model),curves=Object.fromEntries(Object.entries(model.get("tables")).map(([name,view])=>[name,new FunctionTable(
view)])),scene=svg("g"),picture=svg("svg",{viewBox:"0 0 848 232"},scene),most=model.get("weights").length,inputs=model.get(
"weights").map((W,k)=>W.map((row,i)=>row.map((_,j)=>cell(k,i,j,{model,save})))),boxes=inputs.map((rows,k)=>html("div",{class:"\
matrix"},html("span",{},`W${"₀₁₂"[k]} =`),html("div",{class:"cells"},...rows.flat()))),says=html("p",{class:"says",
"aria-live":"polite"}),single=html("span",{class:"cells still"});root.append(controlBar(slider("layers",model,"depth",{min:1,
max:most,step:1},save),select("activation between layers",model,"activation",save),button("random weights",()=>save({weights:model.
get("weights").map(drawn)}))),picture,html("div",{class:"matrices"},...boxes,html("div",{class:"matrix whole"},html("spa\
n",{},"W",html("sub",{},"c")," ="),single)),says),drawOnChange(root,model,["weights","depth","activation"],()=>draw({boxes,
curves,inputs,model,says,scene,single}))}function cell(k,i,j,{model,save}){return html("input",{type:"number",step:.1,"a\
ria-label":`W${k}, row ${i}, column ${j}`,input:event=>{let value=Number(event.target.value);if(event.target.value===""||
!Number.isFinite(value))return;let weights=structuredClone(model.get("weights"));weights[k][i][j]=clamp(value,-9,9),save(
{weights})}})}function draw({boxes,curves,inputs,model,says,scene,single}){let[all,depth,name]=["weights","depth","activ\
ation"].map(trait=>model.get(trait)),weights=all.slice(0,depth),W=weights.reduce(product),g=point=>name==="linear"?point:
point.map(v=>curves[name].at(v)),stages=point=>{let seen=[point];for(let[k,V]of weights.entries())seen.push(times(k?g(seen[k]):
seen[k],V));return seen},lines=GRID.map(line=>line.map(stages)),tracked=stages(START);scene.replaceChildren(...Array.from(
{length:depth+1},(_,k)=>stage(k,depth,lines,tracked,W,name))),boxes.forEach((box,k)=>{box.classList.toggle("out",k>=depth)}),
inputs.forEach((rows,k)=>{rows.forEach((row,i)=>{row.forEach((input,j)=>{(Number(input.value)!==all[k][i][j]||input.value===
"")&&(input.value=all[k][i][j]),input.disabled=k>=depth})})}),single.replaceChildren(...W.flat().map(w=>html("output",{},
formatNumber(w))));let gap=Math.max(...GRID.flatMap((line,i)=>line.map((point,p)=>{let[end,flat]=[lines[i][p][depth],times(
point,W)];return Math.hypot(end[0]-flat[0],end[1]-flat[1])}))),same=gap<1e-9;return says.replaceChildren(html("b",{},same?
"Same as one layer. ":"Not the same as one layer. "),same?`The solid and the dashed grid are equal: ${depth===1?"W_c is \
W₀":`${depth} layers compute x₀W_c`}.`:`The largest distance between the solid grid and the dashed grid x₀W_c is ${formatNumber(
gap)}.`),{depth,activation:name,collapsed:W,gap,end:tracked[depth]}}var drawn=()=>[0,1].map(()=>[0,1].map(()=>roundTo(3*
Math.random()-1.5,.1)));function stage(k,depth,lines,tracked,W,name){let last=k===depth,points=lines.map(line=>line.map(
stages=>stages[k])),flat=last?GRID.filter((_,i)=>i%4<2).map(line=>line.map(point=>times(point,W))):[],reach=1.1*Math.max(
1,...[...points,...flat].flat(2).map(Math.abs)),panel=new Panel({x:10+k*PITCH,y:28,width:SIDE,height:SIDE,xs:[-reach,reach],
ys:[-reach,reach]}),path=line=>panel.path(line.map(p=>p[0]),line.map(p=>p[1]));panel.frame.append(svg("rect",{x:panel.x,
y:panel.y,width:SIDE,height:SIDE,class:"hair"}),svg("path",{d:`M${panel.px(0)} ${panel.y}v${SIDE}M${panel.x} ${panel.py(
0)}h${SIDE}`,class:"hair"}),textAt(panel.x,18,k?title(k,name):"x₀, the points",{class:last&&k?"title":""}),textAt(panel.
x+SIDE,panel.y+SIDE+15,`±${formatNumber(reach,2)}`,{class:"quiet","text-anchor":"end"})),panel.inside.append(...points.
map((line,i)=>svg("path",{d:path(line),class:`line thin ${i%2?"orange":"blue"}`}))),panel.inside.append(...flat.map(line=>svg(
"path",{d:path(line),class:"line thin dashed ink"})));let[x,y]=tracked[k];return panel.inside.append(svg("circle",{cx:panel.
px(x),cy:panel.py(y),r:5,class:"fill green"})),panel.node}var title=(k,name)=>{let g=name==="linear"?"":"g";return["","x\
₀W₀",g?"g(x₀W₀)W₁":"x₀W₀W₁",g?"g(g(x₀W₀)W₁)W₂":"x₀W₀W₁W₂"][k]},collapse_default={render};export{collapse_default as default};
